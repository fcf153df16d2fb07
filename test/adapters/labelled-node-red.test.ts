import { fromNodeRed } from "plimsoll/adapters";
import { expect } from "vitest";
import { artifactOf, compareSystems, expectEnough, type Label, labelsOf } from "./labelled.js";
import { onSharedData, readShared } from "./shared-data.js";

interface FlowsLabel extends Label {
  readonly entrance: string;
  readonly ai: boolean;
  readonly usesCustomCode: boolean;
  readonly errorHandling: boolean;
  readonly secretsInFile: boolean;
}

const readAll = () =>
  labelsOf<FlowsLabel>("node-red").map((label) => ({
    label,
    reading: fromNodeRed(readShared(`node-red/files/${label.file}`), { file: label.file }),
  }));

onSharedData("all systems of flows are found and none invented, direction and role are right", () => {
  expectEnough(readAll().map(({ label, reading }) => compareSystems(label, reading)));
});

onSharedData("what starts flows, their code, their secrets and what they do on errors are as labelled", () => {
  for (const { label, reading } of readAll()) {
    const artifact = artifactOf(reading);
    // Nodes of a kind that nobody knows may start it: then nothing is said.
    if (artifact.triggers !== undefined)
      expect([...(artifact.triggers as string[])].sort(), label.file).toEqual([...label.triggers].sort());
    expect([artifact.customCode, artifact.secretsInFile], label.file).toEqual([
      label.usesCustomCode,
      label.secretsInFile,
    ]);
    expect(reading.profile.operation?.onError === "handled", label.file).toBe(label.errorHandling);
  }
});

onSharedData("whether a model takes part in flows is as labelled, or open", () => {
  const wrong = readAll().filter(({ label, reading }) => {
    const { ai } = reading.profile.automation ?? {};
    return ai !== undefined && (ai !== "none") !== label.ai;
  });
  expect(wrong.map(({ label }) => label.file)).toEqual([]);
  expect(readAll().filter(({ reading }) => reading.profile.automation?.ai !== undefined).length).toBeGreaterThanOrEqual(
    4,
  );
});

onSharedData("an address that is called is an entrance, and who may call it is open", () => {
  for (const { label, reading } of readAll()) {
    const webhooks = reading.profile.entrances?.filter(({ kind }) => kind === "webhook") ?? [];
    expect(webhooks.length > 0, label.file).toBe(label.entrance.startsWith("open: http in"));
    expect(
      webhooks.every(({ admits }) => admits === undefined),
      label.file,
    ).toBe(true);
    expect(
      reading.hints.some(({ pointer }) => pointer === "/entrances"),
      label.file,
    ).toBe(webhooks.length > 0);
  }
});
