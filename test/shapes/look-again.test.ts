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

test("plain data is looked through without a complaint, and each of its fields is told with the way to it", () => {
  const ways: string[] = [];
  lookThrough({ rules: [{ id: "a", when: null }] }, (_, way) => ways.push(way.join("/")));
  expect(ways).toEqual(["rules", "rules/0", "rules/0/id", "rules/0/when"]);
});
