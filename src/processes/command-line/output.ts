import { type ExitCode, exitCodes } from './exit-code.ts';

/** Where a command writes: one JSON value with `--json`, lines for people without. */
export type Output = {
  readonly isJson: boolean;
  /** A line for people, on standard output; nothing with `--json`. */
  say(line: string): void;
  /** How far a long command has come, on standard error; nothing with `--json`. */
  progress(line: string): void;
  /** The result, once, at the end: printed only with `--json`. */
  result(value: unknown): void;
  /** Says why it cannot be done and what to do next. Returns the exit code 1. */
  refuse(what: string, next: string, details?: unknown): ExitCode;
};

type Streams = { readonly out: (text: string) => void; readonly error: (text: string) => void };

/** The output of one command on these streams. */
export function makeOutput(isJson: boolean, streams: Streams): Output {
  const json = (value: unknown) => streams.out(`${JSON.stringify(value, null, 2)}\n`);
  return {
    isJson,
    say: (line) => {
      if (!isJson) streams.out(`${line}\n`);
    },
    progress: (line) => {
      if (!isJson) streams.error(`${line}\n`);
    },
    result: (value) => {
      if (isJson) json(value);
    },
    refuse: (what, next, details) => {
      if (isJson) json({ refused: { what, next, ...(details === undefined ? {} : { details }) } });
      else streams.error(`${what}\n${next}\n`);
      return exitCodes.refused;
    },
  };
}
