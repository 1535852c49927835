// npm run check: what can be said of the code without running it.
import { checkCode, runTests } from './steps.ts';

const isClean = await checkCode();
const isLawful = await runTests(['test/law/*.test.ts'], 2, process.env);
process.exitCode = isClean && isLawful ? 0 : 1;
