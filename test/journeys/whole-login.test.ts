import '../support/in-turn.ts';
import { wholeLogin } from '../support/whole-login.ts';

wholeLogin('a whole login');
