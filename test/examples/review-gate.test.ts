import { describe, expect, test } from "vitest";
import { answerBuilder, answerReviewer } from "../../examples/review-gate/review-gate.js";
import { fencedBlocks, read } from "../documentation/blocks.js";

const today = "2026-03-31";
const readme = "examples/review-gate/README.md";
const [{ code = "" } = {}] = fencedBlocks(read(readme), readme).filter(({ info }) => info.startsWith("json"));
const app: unknown = JSON.parse(code);
const answers = { flow: "met", pattern: { accepted: "Drawn and agreed on 30 March." } } as const;

describe("the builder's form", () => {
  test("shows the reviews that are due, with what the app tells filled in", () => {
    const response = answerBuilder({ app, milestone: "connect" }, [], today);
    expect(response).toMatchObject({
      status: 409,
      message: "Good that you ask first. Before you go on: Architecture review, Integration review (60 minutes).",
    });
    const [, integration] = response.status === 409 ? response.due : [];
    expect(integration?.checklist.map(({ id, answer }) => [id, answer])).toEqual([
      ["flow", "open"],
      ["pattern", "open"],
      ["accounts", "met"],
    ]);
  });

  test("goes on once the reviews are done", () => {
    const approvals = [
      answerReviewer({ app, review: "architecture", by: "IT architect", answers: { fit: "met" } }, today),
      answerReviewer({ app, review: "integration", by: "Integration specialist", answers }, today),
    ].flatMap((response) => (response.status === 201 ? [response.approval] : []));
    expect(approvals).toHaveLength(2);
    expect(answerBuilder({ app, milestone: "connect" }, approvals, today).status).toBe(200);
  });

  test("marks its mistakes", () => {
    const response = answerBuilder({ app: { id: "returns", nane: "Returns" }, milestone: "start" }, [], today);
    expect(response).toMatchObject({ status: 422, problems: [{ pointer: "/name" }, { pointer: "/nane" }] });
  });
});

test.each([
  ["an item that was forgotten", { app, answers: { flow: "met" } as const }, "/answers/pattern"],
  ["an app that cannot be read", { app: {}, answers }, "/id"],
])("the reviewer's form marks %s", (_, posted, pointer) => {
  const response = answerReviewer({ review: "integration", by: "Integration specialist", ...posted }, today);
  expect(response.status === 422 ? response.problems.map((problem) => problem.pointer) : []).toContain(pointer);
});
