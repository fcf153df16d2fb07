import { fromCopilotAgent } from "plimsoll/adapters";
import { expect } from "vitest";
import { parse } from "yaml";
import { artifactOf, compareSystems, expectEnough, type Label, labelsOf } from "./labelled.js";
import { onSharedData, readFolder } from "./shared-data.js";

interface AgentLabel extends Label {
  readonly entrance: { readonly authentication: string; readonly access: string; readonly signIn: string };
  readonly identity: string;
  readonly ai: {
    readonly uses: boolean;
    readonly generalModelKnowledge: string;
    readonly webBrowsing: string;
    readonly codeInterpreter: string;
  };
  readonly usesCustomCode: boolean;
  readonly secretsInFile: boolean;
}

const readAll = () =>
  labelsOf<AgentLabel>("copilot-studio").map((label) => ({
    label,
    reading: fromCopilotAgent(readFolder(`copilot-studio/files/${label.file}`), { file: label.file, parseYaml: parse }),
  }));

onSharedData("all systems of agents are found and none invented, direction and role are right", () => {
  expectEnough(readAll().map(({ label, reading }) => compareSystems(label, reading)));
});

onSharedData("what starts an agent, its code and its secrets are as labelled", () => {
  for (const { label, reading } of readAll()) {
    const artifact = artifactOf(reading);
    expect([...(artifact.triggers as string[])].sort(), label.file).toEqual([...label.triggers].sort());
    expect([artifact.customCode, artifact.secretsInFile], label.file).toEqual([
      label.usesCustomCode,
      label.secretsInFile,
    ]);
  }
});

onSharedData("who gets in to an agent is as labelled, and unknown where it was not exported", () => {
  for (const { label, reading } of readAll()) {
    const { authentication, access, signIn } = label.entrance;
    const artifact = artifactOf(reading);
    expect(artifact.authentication, label.file).toBe(authentication);
    expect(artifact.signIn ?? "unknown", label.file).toBe(signIn);
    const isTold = !access.startsWith("unknown") && access !== "anyone";
    expect(artifact.access, label.file).toBe(isTold ? access : undefined);
    const admits =
      authentication === "none" ? "anybody" : access === "any" ? "organisation" : isTold ? "group" : undefined;
    expect(new Set(reading.profile.entrances?.map((each) => each.admits)), label.file).toEqual(new Set([admits]));
  }
});

onSharedData("whose rights an agent uses is as labelled", () => {
  for (const { label, reading } of readAll()) {
    const said = new Set(reading.profile.integrations?.flatMap(({ identity }) => identity ?? []));
    const labelled = new Set(label.identity.replace(/^unknown.*/, "").match(/\b(?:maker|user)\b/g) ?? []);
    expect(said, label.file).toEqual(labelled);
  }
});

onSharedData("whether a model takes part in it, and what it may do, is as labelled", () => {
  const flag = (text: string) => (text.startsWith("yes") ? true : text.startsWith("no") ? false : undefined);
  for (const { label, reading } of readAll()) {
    const { ai } = reading.profile.automation ?? {};
    expect(ai !== undefined && ai !== "none", label.file).toBe(label.ai.uses);
    const artifact = artifactOf(reading);
    for (const key of ["generalModelKnowledge", "webBrowsing", "codeInterpreter"] as const) {
      expect(artifact[key], `${label.file} ${key}`).toBe(flag(label.ai[key]));
    }
  }
});
