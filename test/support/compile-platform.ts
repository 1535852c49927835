// Reads all that a platform and its worlds are made of, and ends: what Node compiled of it is kept (NODE_COMPILE_CACHE).
import '../../src/processes/commands/platform/serve.ts';
import '../../src/processes/commands/platform/work.ts';
import './world.ts';
