// What every command does first, on whatever Node started it. The commands beside it are CommonJS, because before Node 20.10 a file
// without extension could be nothing else; this file keeps to what old Nodes can read, so that they get a sentence and no stack.
var OLDEST_READER = 18;

/**
 * Runs a TypeScript entry of this repository with the arguments given, and ends as it ends.
 * `tools` says that the development packages are needed too: those of the demo are among them, and a server install leaves them out.
 */
export function launch(entry, options) {
  var version = process.versions.node;
  if (parseInt(version, 10) >= OLDEST_READER)
    return import('./launch.mjs').then(function run(module) {
      return module.launch(entry, options);
    });
  process.stderr.write(
    `Node ${version} is too old.\nInstall Node 24 or later from https://nodejs.org, then try again.\n`,
  );
  process.exit(1);
}
