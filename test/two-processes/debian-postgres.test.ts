import { startDebianPostgres } from '../support/debian-postgres.ts';
import { skipWithout } from '../support/tools.ts';
import { wholeLogin } from '../support/whole-login.ts';

wholeLogin('a whole login over two processes on the PostgreSQL of Debian', {
  processes: 2,
  startServer: startDebianPostgres,
  skip: skipWithout('postgresql'),
});
