// Writes down the public names of every door of the package, and their types, in `api/`. With `--check` it changes nothing,
// and ends with 1 when what is written there is no longer so: a change of the public surface is seen in its own diff.
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("..", import.meta.url));
const { exports: doors } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const isChecking = process.argv.includes("--check");
const silent = { default: { logLevel: ExtractorLogLevel.None } };

/** The report of one door; whether it differs from what is written. */
function report(name, types) {
  mkdirSync(`${root}.cache/api`, { recursive: true });
  mkdirSync(`${root}api`, { recursive: true });
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: `${root}package.json`,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${root}${types}`,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ target: "ES2022", lib: ["ES2022"], types: [] },
            module: "NodeNext",
            skipLibCheck: true,
          },
          files: [`${root}${types}`],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: `${root}api`,
        reportTempFolder: `${root}.cache/api`,
        includeForgottenExports: false,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { compilerMessageReporting: silent, extractorMessageReporting: silent, tsdocMessageReporting: silent },
    },
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isChecking,
    // It says which TypeScript it has, and that a report changed: what is to be done is said below.
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  return apiReportChanged;
}

const changed = Object.entries(doors).flatMap(([door, { import: entry }]) => {
  if (entry?.types === undefined) return [];
  const name = door === "." ? "plimsoll" : door.slice("./".length);
  return report(name, entry.types.slice("./".length)) ? [`api/${name}.api.md`] : [];
});

if (isChecking && changed.length > 0) {
  console.error(`The public surface is not as written: ${changed.join(", ")}.`);
  console.error(
    "When that is meant, run `npm run api` and commit what it writes; CHANGELOG.md says what users notice.",
  );
  process.exitCode = 1;
} else if (changed.length > 0) {
  console.log(`Written anew: ${changed.join(", ")}.`);
}
