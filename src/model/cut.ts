import type { Fact, Line } from "../facts/index.js";
import { groupsOf } from "./groups.js";
import { intervalsOf } from "./intervals.js";
import type { Partition } from "./partition.js";
import { classesOf } from "./sets.js";

/** Cuts the values of a fact along lines. */
export function partitionOf({ domain }: Fact, lines: readonly Line[]): Partition {
  switch (domain.kind) {
    case "set":
      return classesOf(domain, lines);
    case "enum":
      return groupsOf(domain, lines);
    default:
      return intervalsOf(domain, lines);
  }
}
