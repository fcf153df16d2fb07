import { PlimsollError, type Problem } from "plimsoll";
import { describe, expect, test } from "vitest";

const atUsers: Problem = { pointer: "/audience/users", code: "wrong-type", message: "Expected a number." };
const atRoot: Problem = { pointer: "", code: "not-json", message: "This is not plain data." };

describe("PlimsollError", () => {
  test.each([
    ["one problem with its pointer", [atUsers], "/audience/users: Expected a number."],
    ["the whole input as such", [atRoot], "Input: This is not plain data."],
    ["one problem a line", [atRoot, atUsers], "Input: This is not plain data.\n/audience/users: Expected a number."],
  ])("says %s", (_, problems, message) => {
    expect(new PlimsollError("invalid-profile", problems).message).toBe(message);
  });

  test.each(["invalid-profile", "invalid-policy", "invalid-fact", "invalid-timeline"] as const)(
    "carries the code %s",
    (code) => {
      const error = new PlimsollError(code, [atUsers]);
      expect(error).toMatchObject({ name: "PlimsollError", code, problems: [atUsers] });
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).toBe("PlimsollError: /audience/users: Expected a number.");
    },
  );
});
