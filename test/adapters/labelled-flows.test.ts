import { type Adapted, fromN8n, fromPowerAutomate, type Source } from "plimsoll/adapters";
import { describe, expect } from "vitest";
import { artifactOf, compareSystems, expectEnough, type Label, labelsOf } from "./labelled.js";
import { onSharedData, readShared } from "./shared-data.js";

interface FlowLabel extends Label {
  readonly eventDriven: boolean;
  readonly asynchronous: boolean;
  readonly usesCustomCode: boolean;
  readonly usesRawHttp: boolean;
}

const readers: Readonly<Record<string, (input: unknown, source: Source) => Adapted>> = {
  n8n: fromN8n,
  "power-automate": fromPowerAutomate,
};

describe.each(Object.keys(readers))("%s, on files that a person labelled", (format) => {
  const readAll = () =>
    labelsOf<FlowLabel>(format).map((label) => {
      const reading = readers[format]?.(readShared(`${format}/${label.file}`), { file: label.file });
      if (reading === undefined) throw new Error(`There is no reader for ${format}.`);
      return { label, reading };
    });

  onSharedData("all systems are found and none invented, direction and role are right", () => {
    expectEnough(readAll().map(({ label, reading }) => compareSystems(label, reading)));
  });

  onSharedData("what starts it, whether it waits, its code and its raw requests are as labelled", () => {
    for (const { label, reading } of readAll()) {
      const artifact = artifactOf(reading);
      expect([...(artifact.triggers as string[])].sort(), label.file).toEqual([...label.triggers].sort());
      expect(artifact, label.file).toMatchObject({
        eventDriven: label.eventDriven,
        asynchronous: label.asynchronous,
        customCode: label.usesCustomCode,
        rawHttp: label.usesRawHttp,
      });
    }
  });
});
