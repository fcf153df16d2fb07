import { expect, test } from "vitest";
import { lookThrough } from "../../src/shapes/index.js";

const stumbled = new Error("not today");
const fail = () => {
  throw stumbled;
};

test.each(["get", "has", "ownKeys", "getOwnPropertyDescriptor"] as const)(
  "a proxy that throws when it is asked by %s is found, however deep it stands",
  (trap) => {
    // The target has a field, so that there is something to get.
    const proxy = new Proxy({ id: "a" }, { [trap]: fail });
    expect(() => lookThrough({ rules: [{ when: proxy }] })).toThrow(stumbled);
  },
);

test.each(["has", "ownKeys", "getOwnPropertyDescriptor"] as const)(
  "a proxy of nothing that throws when it is asked by %s is found",
  (trap) => {
    expect(() => lookThrough({ when: new Proxy({}, { [trap]: fail }) })).toThrow(stumbled);
  },
);

const withList = (ways: object) => Object.assign([1, 2], ways);

test.each<readonly [string, unknown]>([
  ["an entry of a list that throws when it is turned into text", { toString: fail, valueOf: () => 1 }],
  ["an entry of a list that throws when it is turned into a number", { toString: () => "", valueOf: fail }],
  ["a list that throws when it is turned into text", withList({ toString: fail })],
  ["a list that throws when it is turned into a number", withList({ valueOf: fail })],
  ["a list that throws when it is joined", withList({ join: fail })],
  ["a list that throws when it is turned into anything", withList({ [Symbol.toPrimitive]: fail })],
  ["a list that throws when it is asked how it becomes text", new Proxy([1], { get: fail })],
])("%s is found, however deep it stands", (_, value) => {
  expect(() => lookThrough({ rules: [{ when: [[value]] }] })).toThrow(stumbled);
});

test.each<readonly [string, unknown]>([
  ["of a symbol", Symbol("a")],
  ["of a big number", 12n],
  ["of what has no text", Object.create(null)],
])("a list %s is found", (_, entry) => {
  expect(() => lookThrough({ rules: [[entry]] })).toThrow(TypeError);
});

test("what stands in itself is found before the stack is full, and what stands in two places is not taken for it", () => {
  const list: unknown[] = [1];
  list.push({ again: list });
  expect(() => lookThrough({ rules: [{ when: list }] })).toThrow("It stands in itself.");
  const when = { fact: "users", atLeast: 1 };
  lookThrough({ rules: [{ when }, { when, all: [when] }] });
});

test("however many lists something stands in, it is not asked more often for that", () => {
  const timesAsked = (depth: number) => {
    let asked = 0;
    const counting = () => {
      asked++;
      return "a";
    };
    const within = Array.from({ length: depth }).reduce<unknown>((inner) => [inner], { toString: counting });
    lookThrough({ within });
    return asked;
  };
  expect(timesAsked(100)).toBe(timesAsked(1));
});

test("plain data is looked through without a complaint, and each of its fields is told with the way to it", () => {
  const ways: string[] = [];
  lookThrough({ rules: [{ id: "a", when: null }] }, (_, way) => ways.push(way.join("/")));
  expect(ways).toEqual(["rules", "rules/0", "rules/0/id", "rules/0/when"]);
});
