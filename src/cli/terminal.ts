/** What the command needs of the world around it. */
export interface Terminal {
  /** What is in a file, in pieces; "-" is standard input. */
  readonly read: (file: string) => AsyncIterable<Uint8Array>;
  /** The files in a folder and in its folders, in order; nothing where it is no folder. */
  readonly list: (path: string) => Promise<readonly string[] | undefined>;
  /** The first file of some names in the working folder, or in those above it; nothing, when there is none. */
  readonly find: (names: readonly string[]) => Promise<string | undefined>;
  /** Writes a file where there is none of that name, and says whether it did. */
  readonly create: (file: string, text: string) => Promise<boolean>;
  /** What a module exports; it is run for that. */
  readonly load: (file: string) => Promise<unknown>;
  /** Prints a text, and is done when there is room for more. */
  readonly print: (text: string) => Promise<void>;
  /** Says to the person, and not to whatever reads what is printed, one sentence on a line of its own. */
  readonly complain: (sentence: string) => Promise<void>;
  /** Says how many apps were looked at so far; without a number, takes that away again. */
  readonly showProgress: (apps?: number) => Promise<void>;
  /** Asks whoever sits there; nothing at the end of the input. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly showsColours: boolean;
  /** Whether somebody is there to see how far the command has come. */
  readonly showsProgress: boolean;
  /** The day on which the command runs, as an ISO date. */
  readonly today: () => string;
}

/** What the command ends with. */
export const exitCodes = { done: 0, failed: 1, badInput: 2, atFault: 3 } as const;

/** A call that cannot be meant; the message is for the person who made it. */
export class UsageError extends Error {}

/** Input that cannot be used; the sentences are for the person who gave it. */
export class InputError extends Error {
  constructor(
    readonly sentences: readonly string[],
    options?: ErrorOptions,
  ) {
    super(sentences.join("\n"), options);
  }
}

/** What is printed cannot be written. */
export class OutputError extends Error {}
