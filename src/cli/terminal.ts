/** What the command needs of the world around it. */
export interface Terminal {
  /** The text of a file; "-" is standard input. */
  readonly read: (file: string) => Promise<string>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly showsColours: boolean;
}

/** What the command ends with. */
export const exitCodes = { done: 0, above: 1, badInput: 2 } as const;

/** Input that cannot be used; the message is for the person who gave it. */
export class UsageError extends Error {}
