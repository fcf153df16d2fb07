import type { Dialect } from "./dialects.js";
import { soughtMember } from "./dialects.js";
import type { Scalar, Shown } from "./expression.js";
import { mark } from "./members.js";

/** A number as every engine reads it: whole ones as they are, others so that none takes them for decimals. */
const written = (value: number): string => (Number.isSafeInteger(value) ? String(value) : value.toExponential());

/** Prints what is worked out, in a dialect. */
export function printer({ text, among, has, length, bigint, flags }: Dialect) {
  const shown = (part: Shown): string => {
    switch (part.kind) {
      case "always":
        return "1 = 1";
      case "never":
        return "1 = 0";
      case "all":
        return part.parts.map(inside).join(" AND ");
      case "any":
        return part.parts.map(inside).join(" OR ");
      case "compared":
        return `${scalar(part.value)} ${part.by} ${written(part.to)}`;
      case "among":
        return among(part.column, part.texts);
      case "flag":
        return `${part.column} = ${flags[part.value ? 1 : 0]}`;
      case "having":
        return has(part.column, text(soughtMember(part.member)));
      case "lacking":
        return `NOT (${has(part.column, text(soughtMember(part.member)))})`;
      case "memberless":
        return part.value ? among(part.column, [mark]) : `NOT (${among(part.column, [mark])})`;
    }
  };
  const inside = (part: Shown) => (part.kind === "all" || part.kind === "any" ? `(${shown(part)})` : shown(part));
  const scalar = (part: Scalar): string => {
    switch (part.kind) {
      case "column":
        return part.name;
      case "whole":
        return written(part.value);
      case "sum":
        return `(${part.parts.map((each, at) => (at === 0 ? `CAST(${scalar(each)} AS ${bigint})` : scalar(each))).join(" + ")})`;
      case "product":
        return `(${part.parts.map(scalar).join(" * ")})`;
      case "choice": {
        const branches = part.branches.map(({ when, gives }) => `WHEN ${shown(when)} THEN ${scalar(gives)}`);
        return `CASE ${branches.join(" ")} ELSE ${scalar(part.otherwise)} END`;
      }
      case "members": {
        const others = `replace(${part.column}, ${text(mark)}, ${text("")})`;
        return `(${length(part.column)} - ${length(others)} - 1)`;
      }
    }
  };
  return scalar;
}
