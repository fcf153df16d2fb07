import type { Connector } from "../connector.js";

const tables = {
  read: "select get getAll list search find read lookup getRow",
  create: "insert create append",
  change: "update upsert appendOrUpdate clear",
  delete: "delete deleteTable remove drop",
} as const;

const database = (id: string, title: string, more: Partial<Connector> = {}): Connector => ({
  id,
  title,
  role: "system-of-record",
  does: { ...tables, sql: "executeQuery" },
  usually: [{ operation: "insert" }],
  ...more,
});

const files = {
  read: "download get getAll list search query listFolderContents folderQuery fileQuery",
  create: "upload create createFromText createShortcut copy",
  change: "move update rename",
  delete: "delete deleteFile deleteFolder",
  grant: "share",
} as const;

const fileStore = (
  id: string,
  title: string,
  usually: Connector["usually"] = [{ operation: "upload" }],
): Connector => ({
  id,
  title,
  role: "system-of-record",
  does: files,
  ...(usually && { usually }),
});

/** The modes of a node that stores vectors. */
const vectors = {
  does: { read: "load retrieve retrieve-as-tool", create: "insert", change: "update" },
  usually: [{ operation: "retrieve" }],
} as const;

const vectorStore = (id: string, title: string, aliases: string): Connector => ({
  id,
  title,
  aliases,
  role: "system-of-record",
  ...vectors,
});

/** Databases, sheets, file stores, queues and vector stores. */
export const data: readonly Connector[] = [
  database("postgres", "PostgreSQL", { aliases: "memoryPostgresChat vectorStorePGVector" }),
  database("mySql", "MySQL"),
  database("mariaDb", "MariaDB"),
  database("microsoftSql", "Microsoft SQL Server"),
  database("oracleDatabase", "Oracle Database"),
  database("snowflake", "Snowflake"),
  database("questDb", "QuestDB"),
  database("timescaleDb", "TimescaleDB"),
  database("crateDb", "CrateDB"),
  database("databricks", "Databricks", { usually: [] }),
  database("googleBigQuery", "Google BigQuery", {
    usually: [{ below: 2, operation: "create" }, { operation: "executeQuery" }],
  }),
  database("mongoDb", "MongoDB", {
    aliases: "memoryMongoDbChat vectorStoreMongoDBAtlas",
    does: {
      read: "find aggregate listSearchIndexes",
      create: "insert createSearchIndex",
      change: "update findOneAndUpdate findOneAndReplace updateSearchIndex",
      delete: "delete dropSearchIndex",
    },
    usually: [{ operation: "find" }],
  }),
  database("redis", "Redis", {
    aliases: "memoryRedisChat vectorStoreRedis",
    does: { read: "get info keys llen", create: "set push publish", change: "incr", delete: "delete pop" },
    usually: [{ operation: "info" }],
  }),
  database("supabase", "Supabase", { aliases: "vectorStoreSupabase", usually: [{ operation: "create" }] }),
  database("elasticsearch", "Elasticsearch", { aliases: "vectorStoreElasticsearch", usually: [{ operation: "get" }] }),
  database("awsDynamoDb", "Amazon DynamoDB", { usually: [{ operation: "get" }] }),
  database("azureCosmosDb", "Azure Cosmos DB", { usually: [{ operation: "getAll" }] }),
  database("googleFirebaseCloudFirestore", "Cloud Firestore", {
    does: { ...tables, read: `${tables.read} query` },
    usually: [{ operation: "get" }],
  }),
  database("googleFirebaseRealtimeDatabase", "Firebase Realtime Database", {
    does: { ...tables, create: "create push" },
    usually: [],
  }),
  database("airtable", "Airtable", {
    does: {
      read: "read get list search getSchema getMany",
      create: "append create",
      change: "update upsert",
      delete: "delete deleteRecord",
    },
    usually: [{ operation: "read" }],
  }),
  database("baserow", "Baserow", { usually: [{ operation: "getAll" }] }),
  database("nocoDb", "NocoDB", { does: { ...tables, create: "create upload" }, usually: [{ operation: "get" }] }),
  database("seaTable", "SeaTable", {
    does: { ...tables, change: "update lock unlock" },
    usually: [{ operation: "create" }],
  }),
  database("stackby", "Stackby", { usually: [{ operation: "append" }] }),
  database("grist", "Grist", { usually: [{ operation: "getAll" }] }),
  database("quickbase", "Quickbase", { usually: [] }),
  database("fileMaker", "FileMaker", {
    does: {
      read: "record records find",
      create: "create duplicate",
      change: "edit",
      delete: "delete",
      run: "performscript",
    },
    usually: [],
  }),
  database("dataTable", "n8n data table", {
    role: "own-store",
    does: {
      read: "get getAll rowExists rowNotExists",
      create: "insert",
      change: "update upsert",
      delete: "deleteRows delete",
    },
    usually: [{ operation: "insert" }],
  }),
  database("googleSheets", "Google Sheets", {
    does: {
      read: "read lookup readRows getAll",
      create: "append create",
      change: "update appendOrUpdate clear upsert",
      delete: "delete remove deleteSpreadsheet",
    },
    usually: [{ resource: "spreadsheet", operation: "create" }, { operation: "read" }],
  }),
  database("microsoftExcel", "Microsoft Excel 365", {
    does: {
      read: "getAll getRows lookup getContent getColumns readRows getWorksheets",
      create: "addTable addRow append addWorksheet",
      change: "update upsert convertToRange clear",
      delete: "deleteWorkbook deleteWorksheet deleteTable",
    },
    usually: [],
  }),
  database("microsoftSharePoint", "SharePoint", {
    does: { ...tables, ...files, read: `${tables.read} ${files.read}` },
    usually: [],
  }),
  fileStore("googleDrive", "Google Drive", [
    { resource: "fileFolder", operation: "search" },
    { resource: "folder", operation: "create" },
    { resource: "drive", operation: "create" },
    { operation: "upload" },
  ]),
  fileStore("googleCloudStorage", "Google Cloud Storage", [{ operation: "create" }]),
  fileStore("microsoftOneDrive", "Microsoft OneDrive"),
  fileStore("dropbox", "Dropbox"),
  fileStore("box", "Box"),
  fileStore("nextCloud", "Nextcloud"),
  fileStore("s3", "S3", [
    { resource: "file", operation: "download" },
    { resource: "folder", operation: "create" },
    { operation: "create" },
  ]),
  fileStore("awsS3", "Amazon S3", [
    { resource: "file", operation: "download" },
    { resource: "folder", operation: "create" },
    { operation: "create" },
  ]),
  fileStore("azureStorage", "Azure Storage", [{ operation: "getAll" }]),
  fileStore("ftp", "FTP", [{ operation: "download" }]),
  {
    id: "localFile",
    title: "Files of the server",
    aliases: "readBinaryFile readBinaryFiles writeBinaryFile readWriteFile localFileTrigger",
    role: "own-store",
    does: { read: "read readBinaryFile readBinaryFiles", create: "write writeBinaryFile" },
    usually: [{ operation: "read" }],
  },
  vectorStore("pinecone", "Pinecone", "vectorStorePinecone"),
  vectorStore("qdrant", "Qdrant", "vectorStoreQdrant"),
  vectorStore("weaviate", "Weaviate", "vectorStoreWeaviate"),
  vectorStore("milvus", "Milvus", "vectorStoreMilvus"),
  vectorStore("chroma", "Chroma", "vectorStoreChromaDB"),
  vectorStore("zep", "Zep", "memoryZep vectorStoreZep"),
  { id: "motorhead", title: "Motorhead", aliases: "memoryMotorhead", role: "system-of-record" },
  { id: "xata", title: "Xata", aliases: "memoryXata", role: "system-of-record" },
  { id: "mqtt", title: "MQTT", role: "channel", does: { send: "publish" }, usually: [{ operation: "publish" }] },
  {
    id: "rabbitmq",
    title: "RabbitMQ",
    role: "channel",
    does: { send: "sendMessage", delete: "deleteMessage" },
    usually: [{ operation: "sendMessage" }],
  },
  { id: "kafka", title: "Kafka", role: "channel", does: { send: "send" }, usually: [{ operation: "send" }] },
  { id: "amqp", title: "AMQP", role: "channel", does: { send: "send" }, usually: [{ operation: "send" }] },
  {
    id: "awsSqs",
    title: "Amazon SQS",
    role: "channel",
    does: { send: "sendMessage" },
    usually: [{ operation: "sendMessage" }],
  },
  {
    id: "awsSns",
    title: "Amazon SNS",
    role: "channel",
    does: { send: "publish", create: "create", delete: "delete" },
    usually: [{ operation: "publish" }],
  },
  {
    id: "awsLambda",
    title: "AWS Lambda",
    role: "system-of-record",
    power: "code",
    does: { run: "invoke" },
    usually: [{ operation: "invoke" }],
  },
];
