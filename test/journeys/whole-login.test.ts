import { wholeLogin } from '../support/whole-login.ts';

wholeLogin('a whole login');
