/** What the command needs of the world around it. */
export interface Terminal {
  /** The text of a file; "-" is standard input. */
  readonly read: (file: string) => Promise<string>;
  /** The same, line by line: for files that are too long to be held at once. */
  readonly readLines: (file: string) => AsyncIterable<string>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Asks whoever sits there; nothing at the end of the input. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly showsColours: boolean;
  /** Whether somebody is there to see how far the command has come. */
  readonly showsProgress: boolean;
  /** The day on which the command runs, as an ISO date. */
  readonly today: () => string;
}

/** What the command ends with. */
export const exitCodes = { done: 0, failed: 1, badInput: 2 } as const;

/** Input that cannot be used; the message is for the person who gave it. */
export class UsageError extends Error {}
