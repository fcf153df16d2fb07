import { safeParseProfile } from "plimsoll";
import { expect, test } from "vitest";

test("a field that a profile once had says what to say instead; one that it never had is named as ever", () => {
  const integrations = [
    { system: "ERP", credentials: "personal" },
    { system: "CRM", credential: "shared" },
  ];
  const result = safeParseProfile({ id: "a", name: "A", integrations });
  expect(result.ok ? [] : result.problems).toEqual([
    {
      pointer: "/integrations/0/credentials",
      code: "unknown-key",
      message: expect.stringMatching(/whose account it is .* where its secret is kept/),
    },
    expect.objectContaining({ pointer: "/integrations/1/credential", code: "unknown-key" }),
  ]);
  expect(safeParseProfile({ id: "a", name: "A", users: 7 })).toMatchObject({ problems: [{ code: "unknown-key" }] });
});
