import { type Adapted, connectors, extendConnectors, fromCopilotAgent } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const source = { file: "desk", parseYaml: (text: string): unknown => JSON.parse(text) };

const settings = { displayName: "Desk", schemaName: "acme_desk", authenticationMode: "Integrated" };

/** An agent of a workspace, with one more document. JSON is YAML, so that no parser is needed. */
const withDocument = (document: unknown, file = "actions/Tool.mcs.yml", more: object = {}): Adapted =>
  fromCopilotAgent(
    { "settings.mcs.yml": JSON.stringify(settings), [file]: JSON.stringify(document) },
    { ...source, ...more },
  );

const tool = (action: object, more: object = {}): Adapted => withDocument({ kind: "TaskDialog", action, ...more });

const integrationsOf = ({ profile }: Adapted) =>
  profile.integrations?.map(({ system, direction }) => [system, direction]);

const unresolvedOf = ({ unresolved }: Adapted) => unresolved.map(({ kind, what }) => [kind, what]);

const artifactOf = ({ profile }: Adapted) => profile.extensions?.artifact;

const mail = "acme_desk.shared_office365.1";

const connectorTool = (more: object) => ({
  kind: "InvokeConnectorTaskAction",
  connectionReference: mail,
  operationId: "SendEmailV2",
  ...more,
});

describe("what a tool reaches", () => {
  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    ["an operation of a connector", tool(connectorTool({})), [["office365", "write"]], []],
    [
      "an operation that nobody knows",
      tool(connectorTool({ operationId: "Frobnicate" })),
      [["office365", undefined]],
      [["unknown-operation", "office365 Frobnicate"]],
    ],
    [
      "an operation without a name",
      tool(connectorTool({ operationId: undefined })),
      [["office365", undefined]],
      [["unknown-operation", "office365"]],
    ],
    [
      "a connection that says nothing",
      tool(connectorTool({ connectionReference: "mail" })),
      undefined,
      [["unknown-connector", "mail"]],
    ],
    [
      "no connection",
      tool(connectorTool({ connectionReference: undefined })),
      undefined,
      [["unknown-connector", "a tool without a connection"]],
    ],
    [
      "a server without a connection",
      tool({ kind: "InvokeExternalAgentTaskAction" }),
      undefined,
      [["unknown-connector", "a tool without a connection"]],
    ],
    [
      "a server of one's own",
      withDocument({ kind: "McpTool", connectorId: "shared_new-5forders-20mcp-5fee08b8354fad177a" }),
      [["custom:orders mcp", undefined]],
      [
        ["unknown-connector", "new-5forders-20mcp-5fee08b8354fad177a"],
        ["outside", "custom:orders mcp: what its tools do is not in the file"],
      ],
    ],
    [
      "a server whose name holds nothing but a mark",
      withDocument({ kind: "McpTool", connectorId: "shared_-5f" }),
      [["custom:-5f", undefined]],
      [
        ["unknown-connector", "-5f"],
        ["outside", "custom:-5f: what its tools do is not in the file"],
      ],
    ],
    ["a model", tool({ kind: "InvokeAIBuilderModelTaskAction" }), [["aibuilder", "read"]], []],
    ["a skill elsewhere", tool({ kind: "InvokeSkillAction" }), undefined, [["outside", "a skill"]]],
    ["a plug-in", tool({ kind: "InvokeAIPluginTaskAction" }), undefined, [["outside", "actions/Tool.mcs.yml"]]],
    [
      "the definition of a skill",
      withDocument({ kind: "SkillDefinition" }, "skills/A.mcs.yml"),
      undefined,
      [["outside", "skills/A.mcs.yml"]],
    ],
    [
      "a flow that is not in the artifact",
      tool({ kind: "InvokeFlowTaskAction", flowId: "5EA9" }),
      undefined,
      [["sub-flow", "5ea9"]],
    ],
    [
      "a flow without an id",
      tool({ kind: "InvokeFlowTaskAction" }),
      undefined,
      [["sub-flow", "a flow that is not named"]],
    ],
    [
      "an agent elsewhere",
      tool({ kind: "InvokeConnectedAgentTaskAction", botSchemaName: "acme_other" }),
      undefined,
      [["outside", "acme_other"]],
    ],
    [
      "an agent without a name",
      tool({ kind: "ConnectedAgentTool" }),
      undefined,
      [["outside", "an agent that is not named"]],
    ],
    ["something that reaches nothing outside", tool({ kind: "SetVariable" }), [], []],
    ["a kind that every object has", tool({ kind: "constructor" }), [], []],
  ];
  test.each(cases)("%s", (_, reading, integrations, unresolved) => {
    expect(integrationsOf(reading)).toEqual(integrations);
    expect(unresolvedOf(reading)).toEqual(unresolved);
  });

  test("an agent that is called elsewhere is needed", () => {
    const { profile } = tool({ kind: "InvokeConnectedAgentTaskAction", botSchemaName: "acme_other" });
    expect(profile.otherApps?.needs).toEqual(["acme_other"]);
  });

  test("a flow that stands beside it is read", () => {
    const id = "5ea99a31-a482-ec11-8d21-000d3a5b6b34";
    const host = { apiId: "/apis/shared_dataverse", operationId: "CreateRecord" };
    const reading = fromCopilotAgent(
      {
        "settings.mcs.yml": JSON.stringify(settings),
        "actions/Save.mcs.yml": JSON.stringify({ action: { kind: "InvokeFlowTaskAction", flowId: id.toUpperCase() } }),
        [`Workflows/Save-${id}.json`]: JSON.stringify({
          definition: { triggers: {}, actions: { Save: { type: "OpenApiConnection", inputs: { host } } } },
        }),
      },
      source,
    );
    expect(integrationsOf(reading)).toEqual([["dataverse", "write"]]);
    expect(reading.unresolved).toEqual([]);
  });

  test("what stands in several places of a document, or in itself, is met once", () => {
    const action: Record<string, unknown> = connectorTool({});
    action.again = action;
    const document = { kind: "TaskDialog", action, list: [action] };
    const parseYaml = (text: string): unknown => (text === "{}" ? document : JSON.parse(text));
    const reading = withDocument({}, "actions/Tool.mcs.yml", { parseYaml });
    expect(integrationsOf(reading)).toEqual([["office365", "write"]]);
    expect(reading.evidence.filter(({ pointer }) => pointer === "/integrations/0/direction")).toHaveLength(1);
  });

  test("a tool that stands very deep is found", () => {
    const deep = Array.from({ length: 300 }).reduce<object>((inner) => ({ inner }), connectorTool({}));
    expect(integrationsOf(withDocument(deep))).toEqual([["office365", "write"]]);
  });
});

describe("the fixed inputs of a tool", () => {
  test("decide what an unbound action does", () => {
    const unbound = (inputs: readonly object[]) =>
      tool(
        connectorTool({
          connectionReference: "acme_desk.shared_commondataserviceforapps.1",
          operationId: "PerformUnboundActionWithOrganization",
        }),
        { inputs },
      );
    const search = { propertyName: "actionName", value: "searchquery" };
    expect(integrationsOf(unbound([{ value: "loose" }, search]))).toEqual([["dataverse", "read"]]);
    expect(integrationsOf(unbound([]))).toEqual([["dataverse", "write"]]);
  });

  const secrets: readonly (readonly [string, object, string])[] = [
    ["is a secret, where it is written out", { propertyName: "apiKey", value: "0123456789" }, "embedded"],
    ["is none, where it is worked out", { propertyName: "apiKey", value: "=Env.key" }, "platform"],
    ["is none, where it is called otherwise", { propertyName: "subject", value: "0123456789" }, "platform"],
    ["is none without a name or a value", {}, "platform"],
  ];
  test.each(secrets)("one of them %s", (_, input, secret) => {
    const reading = tool(connectorTool({}), { inputs: [input] });
    expect(reading.profile.integrations?.[0]?.secret).toBe(secret);
    expect(artifactOf(reading)).toMatchObject({ secretsInFile: secret === "embedded" });
    expect(JSON.stringify(reading)).not.toContain("0123456789");
  });
});

describe("a request in a topic", () => {
  const request = (more: object) =>
    withDocument({ kind: "AdaptiveDialog", actions: [{ kind: "HttpRequestAction", ...more }] });
  const url = "https://a.example.org/x";
  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    ["reads, where nothing else is said", request({ url }), [["http:a.example.org", "read"]], []],
    ["writes by its method", request({ url, method: "Post" }), [["http:a.example.org", "write"]], []],
    [
      "reaches a host that is worked out",
      request({ url: "=Topic.address" }),
      [["http:dynamic", "read"]],
      [["dynamic-host", "a request in a topic"]],
    ],
  ];
  test.each(cases)("%s", (_, reading, integrations, unresolved) => {
    expect(integrationsOf(reading)).toEqual(integrations);
    expect(unresolvedOf(reading)).toEqual(unresolved);
    expect(artifactOf(reading)).toMatchObject({ rawHttp: true });
  });

  test("shows a secret in its headers by its place alone", () => {
    const reading = request({ url, headers: { "x-api-key": "0123456789" } });
    expect(reading.profile.integrations?.[0]?.secret).toBe("embedded");
    expect(JSON.stringify(reading)).not.toContain("0123456789");
  });
});

describe("where it looks things up", () => {
  const looking = (sourceOf: object, more: object = {}) =>
    withDocument({ kind: "KnowledgeSourceConfiguration", source: sourceOf }, "knowledge/A.mcs.yml", more);
  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    ["a library", looking({ kind: "SharePointSearchSource" }), [["sharepointonline", "read"]], []],
    ["an index", looking({ kind: "AzureAISearchSource" }), [["azureaisearch", "read"]], []],
    [
      "a website",
      looking({ kind: "PublicSiteSearchSource", site: "https://a.example.org" }),
      [["http:a.example.org", "read"]],
      [],
    ],
    [
      "a website that is not named",
      looking({ kind: "PublicSiteSearchSource" }),
      [["http:dynamic", "read"]],
      [["dynamic-host", "a website to look things up"]],
    ],
    [
      "a library, by tables that do not have it",
      looking(
        { kind: "SharePointSearchSource" },
        { connectors: extendConnectors(connectors, { powerPlatform: { change: { sharepointonline: null } } }) },
      ),
      [["sharepointonline", "read"]],
      [],
    ],
  ];
  test.each(cases)("%s", (_, reading, integrations, unresolved) => {
    expect(integrationsOf(reading)).toEqual(integrations);
    expect(unresolvedOf(reading)).toEqual(unresolved);
  });
});

describe("what starts an agent", () => {
  const external = (externalTriggerSource: object) =>
    withDocument({ kind: "ExternalTriggerConfiguration", externalTriggerSource }, "trigger/A.mcs.yml");
  const autonomous = (more: object) => withDocument({ kind: "AutonomousSettings", ...more }, "settings/A.mcs.yml");
  const cases: readonly (readonly [string, Adapted, readonly string[], unknown, unknown])[] = [
    ["a person", tool({ kind: "SetVariable" }), ["chat"], [], []],
    [
      "an event in a system",
      external({ kind: "Workflow", triggerId: "OnNewEmailV3", connectionReference: mail }),
      ["event", "chat"],
      [["office365", "read"]],
      [],
    ],
    [
      "an event that nobody explains",
      external({ connectionReference: "mail" }),
      ["event", "chat"],
      undefined,
      [["unknown-connector", "mail"]],
    ],
    ["an event without a system", external({}), ["event", "chat"], [], []],
    [
      "a schedule outside",
      external({ kind: "RecurrenceExternalTrigger", connectionReference: mail }),
      ["schedule", "chat"],
      [],
      [],
    ],
    [
      "a schedule of its own",
      withDocument({ kind: "RecurrenceTrigger" }, "trigger/A.mcs.yml"),
      ["schedule", "chat"],
      [],
      [],
    ],
    [
      "itself, with knowledge behind a connection",
      autonomous({ enterpriseKnowledgeConnectionReference: mail }),
      ["chat"],
      [["office365", "read"]],
      [],
    ],
    ["itself, without any knowledge", autonomous({}), ["chat"], [], []],
  ];
  test.each(cases)("%s", (_, reading, triggers, integrations, unresolved) => {
    const { profile } = reading;
    const told = profile.partial?.includes("/extensions/artifact/triggers") === true;
    expect(artifactOf(reading)).toMatchObject({ triggers });
    expect(integrationsOf(reading)).toEqual(integrations);
    expect(unresolvedOf(reading)).toEqual(unresolved);
    expect(told).toBe(integrations === undefined);
  });
});

describe("code of its own", () => {
  const script = { "botcomponents/acme.file.a/filedata/count.py": "print(1)" };
  const connector = (inner: string) => ({
    "Other/Customizations.xml": `<Connectors><Connector>${inner}</Connector></Connectors>`,
  });
  const read = (files: Readonly<Record<string, string>>) =>
    fromCopilotAgent({ "settings.mcs.yml": JSON.stringify(settings), ...files }, source);
  const skill = JSON.stringify({ kind: "InlineAgentSkill" });
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, boolean, unknown])[] = [
    ["a script beside it", script, true, [{ name: "count.py", kind: "scripts" }]],
    ["a skill in a folder", { "skills/count/skill.mcs.yml": skill }, true, [{ name: "count", kind: "scripts" }]],
    ["a skill without a folder", { "skill.mcs.yml": skill }, true, [{ name: "skill.mcs.yml", kind: "scripts" }]],
    [
      "code in a connector",
      connector("<name>ledger</name><customcodeblobcontent>c.csx</customcodeblobcontent>"),
      true,
      undefined,
    ],
    [
      "a connector without code",
      connector("<name>ledger</name><customcodeblobcontent></customcodeblobcontent>"),
      false,
      undefined,
    ],
    ["a connector without a name", connector("<customcodeblobcontent>c.csx</customcodeblobcontent>"), false, undefined],
    ["nothing", {}, false, undefined],
  ];
  test.each(cases)("%s", (_, files, customCode, parts) => {
    const reading = read(files);
    expect(reading.profile.parts).toEqual(parts);
    expect(artifactOf(reading)).toMatchObject({ customCode });
  });
});

describe("an agent of a solution", () => {
  const bot = (inner: string, more: Readonly<Record<string, string>> = {}, attributes = ' schemaname="acme_desk"') =>
    fromCopilotAgent({ "bots/acme_desk/bot.xml": `<bot${attributes}>\n${inner}\n</bot>`, ...more }, source);
  const name = "<name>Desk</name>";

  const cases: readonly (readonly [string, Adapted, string, unknown])[] = [
    ["is named", bot(name), "Desk", [{ name: "Desk", kind: "agent" }]],
    [
      "has marks in its name",
      bot("<name>R&amp;D &lt;desk&gt; &quot;1&quot; &apos;2&apos; &amp;lt;</name>"),
      "R&D <desk> \"1\" '2' &lt;",
      [{ name: "R&D <desk> \"1\" '2' &lt;", kind: "agent" }],
    ],
    [
      "has an empty name, and no sign-in",
      bot("<name></name><authenticationmode>1</authenticationmode>"),
      "desk",
      [{ kind: "agent", admits: "anybody" }],
    ],
    ["has a name that is cut off", bot("<name>Desk"), "desk", undefined],
    [
      "has to sign in",
      bot(`${name}<authenticationmode>2</authenticationmode>`),
      "Desk",
      [{ name: "Desk", kind: "agent" }],
    ],
  ];
  test.each(cases)("%s", (_, { profile }, expected, entrances) => {
    expect([profile.name, profile.entrances]).toEqual([expected, entrances]);
  });

  test("has its id from its file, and without the tag that holds it, from the name of the artifact", () => {
    expect(bot(name).profile.id).toBe("acme_desk");
    expect(bot(name, {}, "").profile.id).toBe("desk");
    expect(fromCopilotAgent({ "bots/a/bot.xml": name }, source).profile.id).toBe("desk");
  });

  test("has channels, where each says which it is", () => {
    const configuration = JSON.stringify({ channels: [{ channelId: "msteams" }, {}] });
    expect(artifactOf(bot(name, { "bots/acme_desk/configuration.json": configuration }))).toMatchObject({
      channels: ["msteams"],
    });
  });

  test("finds connectors by the references of the solution, and of the workspace", () => {
    const action = { kind: "InvokeConnectorTaskAction", connectionReference: "acme_mail", operationId: "SendEmailV2" };
    const data = { "botcomponents/acme_desk.action.Mail/data": JSON.stringify({ kind: "TaskDialog", action }) };
    const reference = (inner: string, attribute = ' connectionreferencelogicalname="acme_mail"') => ({
      "customizations.xml": `<connectionreferences><connectionreference${attribute}>${inner}</connectionreference></connectionreferences>`,
    });
    const id = "<connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid>";
    const listed = (each: object) => ({
      "connectionreferences.mcs.yml": JSON.stringify({ connectionReferences: [each] }),
    });
    const found = [["office365", "write"]];
    expect(integrationsOf(bot(name, { ...data, ...reference(id) }))).toEqual(found);
    expect(integrationsOf(bot(name, { ...data, ...reference("") }))).toBeUndefined();
    expect(integrationsOf(bot(name, { ...data, ...reference(id, "") }))).toBeUndefined();
    const logical = { connectionReferenceLogicalName: "acme_mail" };
    expect(integrationsOf(bot(name, { ...data, ...listed({ ...logical, connectorId: "shared_office365" }) }))).toEqual(
      found,
    );
    expect(integrationsOf(bot(name, { ...data, ...listed(logical) }))).toBeUndefined();
  });

  test("is classic, where its dialogs are lists of actions, which may call flows", () => {
    const content = (actionDefinitions: readonly object[]) =>
      bot(name, { "botcomponents/a/content.json": JSON.stringify({ actionDefinitions }) });
    const reading = content([{ flowMetadata: { id: "5EA9" } }, {}]);
    expect(artifactOf(reading)).toMatchObject({ orchestration: "classic" });
    expect(reading.profile.automation?.ai).toBe("none");
    expect(unresolvedOf(reading)).toEqual([
      ["sub-flow", "a flow that is not named"],
      ["sub-flow", "5ea9"],
    ]);
    expect(content([]).unresolved).toEqual([]);
  });
});

describe("how it chooses what to do", () => {
  const bot = (configuration: object) =>
    artifactOf(
      withDocument({ kind: "SetVariable" }, "topics/A.mcs.yml", {
        parseYaml: (text: string) => {
          const parsed: Record<string, unknown> = JSON.parse(text);
          return "displayName" in parsed ? { ...parsed, configuration } : parsed;
        },
      }),
    );
  const recognizer = { $kind: "GenerativeAIRecognizer" };
  const off = { GenerativeActionsEnabled: false };
  const cases: readonly (readonly [string, object, unknown])[] = [
    ["by a model, as its recognizer says", { recognizer }, "generative"],
    ["by a model, as its settings say", { settings: { GenerativeActionsEnabled: true } }, "generative"],
    ["by fixed topics", { settings: off }, "classic"],
    ["is not known, where the two contradict each other", { recognizer, settings: off }, undefined],
    ["is not known, where nothing is said", {}, undefined],
  ];
  test.each(cases)("%s", (_, configuration, expected) => {
    const told = bot(configuration);
    if (expected === undefined) expect(told).not.toHaveProperty("orchestration");
    else expect(told).toHaveProperty("orchestration", expected);
  });
});

test("a file that is no YAML is a problem and unresolved, and an empty one is nothing", () => {
  const { problems, unresolved } = fromCopilotAgent(
    { "settings.mcs.yml": JSON.stringify(settings), "topics/A.mcs.yml": "kind: [", "topics/B.mcs.yml": " " },
    source,
  );
  expect(problems.map(({ code, places }) => [code, places])).toEqual([
    ["unreadable", [{ file: "topics/A.mcs.yml", line: 1 }]],
  ]);
  expect(unresolved.map(({ kind, what }) => [kind, what])).toEqual([["unread", "topics/A.mcs.yml"]]);
});
