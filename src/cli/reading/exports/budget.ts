import { InputError } from "../../terminal.js";
import { inMegabytes, limits } from "./found.js";

/** Counts what is unpacked of an archive and of those in it, so that small archives cannot hold what fills the memory or takes for ever. */
export interface Budget {
  /** The most bytes of one file. */
  readonly file: number;
  /**
   * Counts bytes that were unpacked.
   *
   * @throws {InputError} when there are too many.
   */
  readonly spend: (bytes: number) => void;
}

export function createBudget({ unpacked, file }: Pick<typeof limits, "unpacked" | "file"> = limits): Budget {
  let spent = 0;
  return {
    file,
    spend: (bytes) => {
      spent += bytes;
      if (spent <= unpacked) return;
      throw new InputError([
        `This was not read: its archive unpacks to more than ${inMegabytes(unpacked)}, which no export does.`,
      ]);
    },
  };
}
