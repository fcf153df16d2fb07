import { classify } from "plimsoll";
import { expect, test } from "vitest";
test("smoke", () => { expect(classify({ id: "a", name: "b" }).tier).toBe("citizen"); });
