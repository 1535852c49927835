// Loaded before the entry of a measured process: tells the process that measures what was used, when it asks.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const SAMPLING_MICROSECONDS = 400;
let session: Session | null = null;

process.on('message', (asked: 'tell' | 'collect' | 'profile' | { readonly profileTo: string }) => {
  if (asked === 'collect') globalThis.gc?.();
  if (asked === 'profile') startProfile();
  if (typeof asked === 'object') return endProfile(asked.profileTo);
  tell();
});
// Being measured must not keep a process alive, and nobody measures any more when the other end is gone.
process.channel?.unref();
process.on('disconnect', () => process.exit());

function tell(): void {
  process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage() });
}

function startProfile(): void {
  session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: SAMPLING_MICROSECONDS });
  session.post('Profiler.start');
}

function endProfile(file: string): void {
  session?.post('Profiler.stop', (failure, result) => {
    if (failure === null) writeFileSync(file, JSON.stringify(result.profile));
    session?.disconnect();
    tell();
  });
}
