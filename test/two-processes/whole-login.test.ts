import { wholeLogin } from '../support/whole-login.ts';

wholeLogin('a whole login over two processes, every request to the other one', { processes: 2 });
