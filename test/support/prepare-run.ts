// What all worlds of a run share, made once before it. Reading all that a platform and its worlds are made of keeps what Node compiled of it
// (NODE_COMPILE_CACHE); opening the simulators once keeps their keys, which cost more to make than the world around them.
import '../../src/processes/commands/platform/serve.ts';
import '../../src/processes/commands/platform/work.ts';
import { openDemoSites } from '../../seed/index.ts';
import { clocks, liveAt } from './run-clock.ts';
import { freePorts, keysOfRun } from './world.ts';

const folder = keysOfRun();
if (folder !== null) {
  // Certificates hold from the day before: a world at any of the clocks of tests must find them valid.
  const [earliest = new Date().toISOString()] = Object.values(clocks).sort();
  if (Date.parse(earliest) < Date.now()) liveAt(earliest);
  const sites = await openDemoSites({ ports: freePorts, platform: 'http://localhost', folder });
  await sites.close();
}
