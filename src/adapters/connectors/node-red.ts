import type { Connector, ConnectorTable } from "./connector.js";

const system = (id: string, title: string, aliases: string, more: Partial<Connector> = {}): Connector => ({
  id,
  title,
  aliases: aliases.split(" | "),
  role: "system-of-record",
  ...more,
});

const channel = (id: string, title: string, aliases: string, more: Partial<Connector> = {}): Connector =>
  system(id, title, aliases, { role: "channel", ...more });

const model = (id: string, title: string, aliases: string): Connector =>
  system(id, title, aliases, { role: "processing", otherwise: "compute" });

/**
 * Nodes of Node-RED. Types may hold blanks; `…*` stands for every type that begins so. What a type that
 * ends in `in` or `out` does follows from that.
 */
export const nodeRed: ConnectorTable = {
  platform: "Node-RED",
  version: "2026-11-30",
  connectors: [
    system("googleSheets", "Google Sheets", "GSheet | google-sheets*", {
      does: { read: "get", create: "append", change: "update clear" },
      usually: [{ operation: "get" }],
    }),
    system("mysql", "MySQL", "mysql | mysql-r2", { does: { sql: "mysql mysql-r2" } }),
    system("postgresql", "PostgreSQL", "postgresql | postgres | postgrestor | node-red-contrib-postgres*", {
      does: { sql: "postgresql postgres postgrestor" },
    }),
    system("mssql", "Microsoft SQL Server", "MSSQL | mssql | mssql-plus", {
      does: { sql: "query MSSQL", create: "bulk", unknown: "execute" },
      usually: [{ operation: "query" }],
    }),
    system("sqlite", "SQLite", "sqlite", { role: "own-store", does: { sql: "sqlite" } }),
    system("oracle", "Oracle Database", "oracledb | oracle-server", { does: { sql: "oracledb" } }),
    system("snowflake", "Snowflake", "snowflake*", { does: { sql: "snowflake" } }),
    system("mongodb", "MongoDB", "mongodb* | mongodb4 | mongodb in | mongodb out", {
      does: {
        read: "find findOne aggregate count distinct",
        create: "insert insertOne insertMany store save",
        change: "update updateOne updateMany replaceOne",
        delete: "delete deleteOne deleteMany remove",
      },
    }),
    system("influxdb", "InfluxDB", "influxdb in | influxdb out | influxdb batch"),
    system("redis", "Redis", "redis-in | redis-out | redis-command | redis-lua-script | redis*"),
    system("cloudant", "Cloudant", "cloudant in | cloudant out | cloudant*"),
    system("dynamodb", "Amazon DynamoDB", "amazon dynamodb* | aws-dynamodb*"),
    system("s3", "Amazon S3", "amazon s3 in | amazon s3 out | amazon s3*"),
    system("dropbox", "Dropbox", "dropbox | dropbox in | dropbox out"),
    system("box", "Box", "box | box in | box out"),
    system("ftp", "FTP", "ftp | ftp in | sftp | sftp in", {
      does: { read: "list get", create: "put mkdir", delete: "delete" },
    }),
    system("localFile", "Files of the server", "file | file in | watch | tail", {
      role: "own-store",
      does: { create: "file true false", delete: "delete", read: "watch tail" },
    }),
    system("klicktipp", "KlickTipp", "klicktipp*"),
    system("camunda", "Camunda", "externaltask* | camunda* | zeebe*"),
    system("ibmIot", "IBM Watson IoT", "ibmiot | ibmiot in | ibmiot out"),
    system(
      "homeAssistant",
      "Home Assistant",
      "server-state-changed | api-call-service | api-current-state | poll-state | ha-*",
    ),
    system("opcua", "OPC UA", "OpcUa-Client | OpcUa-Item | OpcUa*", {
      does: { read: "read browse subscribe", change: "write" },
    }),
    system(
      "modbus",
      "Modbus",
      "modbus-read | modbus-getter | modbus-write | modbus-flex-getter | modbus-flex-write | modbus*",
    ),
    system("s7", "Siemens S7", "s7 in | s7 out | s7 control"),
    system("bacnet", "BACnet", "bacnet-read | bacnet-write | bacnet*"),
    system("serial", "Serial port", "serial in | serial out | serial request"),
    system("gpio", "GPIO", "rpi-gpio in | rpi-gpio out | rpi-gpio*"),
    system("salesforce", "Salesforce", "salesforce* | connected-app | force*", {
      does: { read: "query retrieve", create: "create insert", change: "update upsert", delete: "delete" },
    }),
    system("twitter", "X (Twitter)", "twitter in | twitter out"),
    system("rss", "RSS", "feedparse"),
    channel("mqtt", "MQTT broker", "mqtt in | mqtt out"),
    channel("kafka", "Kafka", "kafka-consumer | kafka-producer | hm-kafka* | kafka*"),
    channel("amqp", "AMQP", "amqp in | amqp out | amqp*"),
    channel("websocket", "WebSocket", "websocket in | websocket out"),
    channel("tcp", "TCP", "tcp in | tcp out | tcp request"),
    channel("udp", "UDP", "udp in | udp out"),
    system("email", "E-mail", "e-mail | e-mail in", { does: { send: "e-mail", read: ["e-mail in"] } }),
    channel("telegram", "Telegram", "telegram*", {
      does: { send: "telegram_sender", read: "telegram_receiver telegram_command telegram_event telegram_reply" },
    }),
    channel("slack", "Slack", "slack | slack-*", { does: { send: "slack" } }),
    channel("discord", "Discord", "discord*", { does: { send: "discordMessage", read: "discordGetMessage" } }),
    channel("twilio", "Twilio", "twilio out | twilio in | twilio*"),
    channel("pushover", "Pushover", "pushover*", { does: { send: "pushover" } }),
    channel("pushbullet", "Pushbullet", "pushbullet | pushbullet in", { does: { send: "pushbullet" } }),
    model("anthropic", "Anthropic", "claude | claude* | anthropic*"),
    model("openai", "OpenAI", "openai* | chatgpt*"),
    model("ollama", "Ollama", "ollama*"),
    model("watson", "IBM Watson", "watson-*"),
    model("huggingface", "Hugging Face", "huggingface*"),
    model("openweathermap", "OpenWeatherMap", "openweathermap*"),
  ],
  code: "function exec python3-function python-function Blockly",
  intelligence: "anthropic openai ollama watson huggingface",
  inside: [
    ...`tab subflow comment debug group junction inject catch status complete unknown global-config env credentials function switch change range template
      delay trigger exec rbe split join sort batch csv html json xml yaml cronplus bigtimer python3-function python-function Blockly moment random smooth
      base64 markdown string tls-config mqtt-broker websocket-listener websocket-client ui_base ui_tab ui_group ui_button ui_text ui_text_input
      ui_template ui_chart ui_gauge ui_dropdown ui_switch ui_slider ui_numeric ui_form ui_toast ui_date_picker ui_colour_picker ui_spacer ui_link
      ui_ui_control ui_audio ui_list ui_table ui_upload worldmap loop while counter wait-until wait-paths oauth2 oauth2-credentials jwt_sign
      jwt_verify uuid queue queue-gate q-gate`.split(/\s+/),
    "link in",
    "link out",
    "link call",
    "http in",
    "http response",
    "http proxy",
    "worldmap in",
  ],
};
