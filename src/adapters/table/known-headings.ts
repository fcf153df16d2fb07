import type { MappedColumn } from "../../mapping/index.js";

/** What a column tells, whatever it is called. */
export type Told = Omit<MappedColumn, "column" | "or">;

/** Headings that people write, and what they mean; or why that is not clear, and what they could mean. */
interface Known {
  readonly headings: readonly string[];
  readonly tells?: Told;
  readonly why?: string;
}

/** What parts the names in one cell, where a table was kept with care. */
const split = [";", "\n"];

const system = { to: "/integrations/-/system", split } as const;

const dataClass = (name: string): Told => ({ to: "/data/-/class", values: { yes: name, no: null } });

const regime = (name: string): Told => ({ to: "/compliance/-/regime", values: { yes: name, no: null } });

const makerQuestion = "Somebody is named here as its maker: is that person still there?";

/** Headings in English and German, compared by their letters and digits alone. Made when asked for: whoever suggests nothing carries none. */
export const knownHeadings = (): readonly Known[] => [
  {
    headings: [
      "App ID",
      "Application ID",
      "ID",
      "Asset ID",
      "Inventory number",
      "Anwendungs-ID",
      "Kennung",
      "Inventarnummer",
    ],
    tells: { to: "/id" },
  },
  {
    headings: [
      ...["App", "App name", "Application", "Application name", "Name", "Name of app", "Title", "Solution"],
      ...["Anwendung", "Anwendungsname", "Name der Anwendung", "Name der App", "Bezeichnung", "Titel", "Lösung"],
    ],
    tells: { to: "/name" },
  },
  {
    headings: [
      ...["Description", "Short description", "Purpose", "What it does", "App description"],
      ...["Beschreibung", "Kurzbeschreibung", "Zweck"],
    ],
    tells: { to: "/description" },
  },
  { headings: ["Platform", "Built with", "Built on", "Tool", "Plattform", "Gebaut mit"], tells: { to: "/platform" } },
  { headings: ["App type", "Type of app", "Kind", "Art der Anwendung"], tells: { to: "/kind" } },
  {
    headings: [
      ...["Users", "Number of users", "No. of users", "User count", "Active users", "Users (approx.)"],
      ...[
        "Anzahl Nutzer",
        "Anzahl Benutzer",
        "Anzahl Anwender",
        "Nutzer",
        "Benutzer",
        "Anwender",
        "Nutzerzahl",
        "Benutzerzahl",
      ],
    ],
    tells: { to: "/audience/users" },
  },
  {
    headings: ["Planned users", "Intended users", "Designed for", "Built for", "Geplante Nutzer", "Geplante Benutzer"],
    tells: { to: "/audience/builtFor" },
  },
  {
    headings: [
      "Peak users",
      "Concurrent users",
      "Max. concurrent users",
      "Gleichzeitige Nutzer",
      "Gleichzeitige Benutzer",
    ],
    tells: { to: "/audience/peakConcurrent" },
  },
  {
    headings: [
      ...["Department", "Department(s)", "Departments", "Business unit", "Business units", "Used by"],
      ...["Abteilung", "Abteilungen", "Fachbereich", "Fachbereiche", "Genutzt von"],
    ],
    tells: { to: "/audience/departments", split },
  },
  {
    headings: ["External users", "Outside users", "Guests", "Externe Nutzer", "Externe Benutzer", "Gäste"],
    tells: { to: "/audience/outsideUsers" },
  },
  { headings: ["Reach", "Audience", "Reichweite"], tells: { to: "/audience/reach" } },
  {
    headings: [
      ...["Connects to", "Connected to", "Connected systems", "Systems", "Integrations", "Interfaces", "Interfaces to"],
      ...["Schnittstellen", "Schnittstellen zu", "Angebundene Systeme", "Verbundene Systeme", "Systeme"],
    ],
    tells: system,
  },
  {
    headings: [
      ...["Reads from", "Data sources", "Source systems"],
      ...["Liest aus", "Liest von", "Datenquellen", "Quellsysteme"],
    ],
    tells: { ...system, with: { direction: "read" } },
  },
  {
    headings: ["Writes to", "Target systems", "Schreibt in", "Schreibt nach", "Zielsysteme"],
    tells: { ...system, with: { direction: "write" } },
  },
  {
    headings: ["Personal data", "Contains personal data", "PII", "Personenbezogene Daten", "Personenbezug"],
    tells: dataClass("personal"),
  },
  { headings: ["Financial data", "Finanzdaten"], tells: dataClass("financial") },
  { headings: ["Health data", "PHI", "Gesundheitsdaten"], tells: dataClass("health") },
  { headings: ["Payment data", "Card data", "Zahlungsdaten", "Kartendaten"], tells: dataClass("payment") },
  {
    headings: [
      ...["Data classification", "Data class", "Confidentiality", "Information classification"],
      ...["Datenklasse", "Datenklassifizierung", "Vertraulichkeit", "Schutzklasse"],
    ],
    tells: { to: "/data/-/label" },
  },
  {
    headings: ["Compliance", "Regulations", "Regulation", "Regulatorik"],
    tells: { to: "/compliance/-/regime", split },
  },
  { headings: ["GDPR", "GDPR relevant", "DSGVO", "DSGVO-relevant"], tells: regime("GDPR") },
  { headings: ["HIPAA", "HIPAA relevant"], tells: regime("HIPAA") },
  { headings: ["SOX", "SOX relevant"], tells: regime("SOX") },
  { headings: ["PCI", "PCI DSS"], tells: regime("PCI DSS") },
  {
    headings: [
      ...["Business critical", "Business-critical", "Mission critical", "Daily operations depend on it"],
      ...["Geschäftskritisch", "Unternehmenskritisch"],
    ],
    tells: { to: "/criticality/dailyDependence" },
  },
  {
    headings: ["Business impact", "Impact of outage", "Outage", "Auswirkung bei Ausfall", "Ausfallfolgen"],
    tells: { to: "/criticality/outage" },
  },
  { headings: ["Support", "IT support", "Supported", "IT-Support"], tells: { to: "/criticality/support" } },
  { headings: ["Monitoring", "Monitored", "Überwacht", "Überwachung"], tells: { to: "/criticality/monitoring" } },
  {
    headings: ["Disaster recovery", "DR plan", "Notfallplan", "Wiederanlaufplan"],
    tells: { to: "/criticality/disasterRecovery" },
  },
  {
    headings: ["Business owner", "Owner (business)", "Fachverantwortlicher", "Fachverantwortung", "Fachlicher Owner"],
    tells: { to: "/ownership/businessOwner" },
  },
  {
    headings: [
      ...["IT owner", "Owner (IT)", "Technical owner", "System owner (IT)"],
      ...["IT-Verantwortlicher", "IT-Verantwortung", "Technischer Verantwortlicher", "Technischer Owner"],
    ],
    tells: { to: "/ownership/itOwner" },
  },
  {
    headings: ["Maker", "Builder", "Built by", "Created by", "Developer", "Ersteller", "Erstellt von", "Entwickler"],
    tells: { ask: "/ownership/builderPresent", question: makerQuestion },
  },
  {
    headings: ["Successor", "Successors", "Deputy", "Deputies", "Nachfolger", "Stellvertreter", "Vertretung"],
    tells: { to: "/ownership/successors", split },
  },
  { headings: ["Documentation", "Documented", "Dokumentation"], tells: { to: "/ownership/documentation" } },
  {
    headings: [
      ...["Go-live", "Go-live date", "Live since", "Live date", "In production since", "Production since"],
      ...["Produktiv seit", "In Betrieb seit", "Einführungsdatum"],
    ],
    tells: { to: "/lifecycle/productionSince" },
  },
  {
    headings: ["Created", "Created on", "Creation date", "Erstellt", "Erstellt am", "Begonnen am"],
    tells: { to: "/lifecycle/startedOn" },
  },
  {
    headings: ["Last used", "Last used on", "Zuletzt genutzt", "Zuletzt verwendet", "Letzte Nutzung"],
    tells: { to: "/lifecycle/lastUsedOn" },
  },
  {
    headings: ["Last changed", "Last modified", "Modified on", "Changed on", "Geändert am", "Zuletzt geändert"],
    tells: { to: "/lifecycle/lastChangedOn" },
  },
  {
    headings: ["Last review", "Reviewed on", "Last reviewed", "Geprüft am", "Letzte Prüfung"],
    tells: { to: "/lifecycle/reviewedOn" },
  },
  { headings: ["Stage", "Lifecycle stage", "Phase", "Lebenszyklusphase"], tells: { to: "/lifecycle/stage" } },
  { headings: ["Runs per day", "Executions per day", "Läufe pro Tag"], tells: { to: "/automation/runsPerDay" } },
  { headings: ["Trigger", "Triggers", "Auslöser"], tells: { to: "/automation/triggers", split } },
  {
    headings: ["Environment type", "Umgebungstyp"],
    tells: { to: "/operation/environment" },
  },
  {
    headings: [
      "Owner",
      "Responsible",
      "Contact",
      "Verantwortlich",
      "Verantwortlicher",
      "Besitzer",
      "Eigentümer",
      "Ansprechpartner",
    ],
    why: 'It can be a person or a department, of the business or of IT. Place it at "/ownership/businessOwner" or "/ownership/itOwner", or let it word a question, with "ask".',
  },
  {
    headings: [
      "Criticality",
      "Critical",
      "Priority",
      "Importance",
      "Kritikalität",
      "Kritisch",
      "Priorität",
      "Wichtigkeit",
    ],
    why: 'It does not say what its values mean, nor which of them is the highest. Place it at "/criticality/outage" and say what they mean, with "values".',
  },
  {
    headings: ["Dependencies", "Depends on", "Abhängigkeiten", "Abhängig von"],
    why: 'It can be systems, other apps or parts. Place it at "/integrations/-/system" or at "/otherApps/needs".',
  },
  {
    headings: ["Status", "State", "Zustand"],
    why: 'It can be the stage of the app or of something that is done about it. Place it at "/lifecycle/stage" and say what its values mean, with "values".',
  },
  {
    headings: ["Usage", "Nutzung"],
    why: 'It can be how many use it or how often. If it is people, place it at "/audience/users".',
  },
  {
    headings: ["Last updated", "Updated", "Aktualisiert", "Stand"],
    why: 'It can be when the app was changed or when its row was. If it is the app, place it at "/lifecycle/lastChangedOn".',
  },
  {
    headings: ["Environment", "Umgebung"],
    why: 'It can be the name of an environment or its type. Place it at "/operation/environment" and say what its values mean, with "values".',
  },
  {
    headings: ["AI", "Uses AI", "KI", "Nutzt KI"],
    why: 'It does not say what artificial intelligence does there. Place it at "/automation/ai" and say what its values mean, with "values".',
  },
  {
    headings: ["Direction", "Richtung", "System", "Schnittstelle"],
    why: 'A system and its direction are told together: place them at "/integrations/main/system" and "/integrations/main/direction".',
  },
  {
    headings: ["Type", "Typ", "Category", "Kategorie", "Classification", "Klassifizierung"],
    why: 'It does not say of what. Place it where its values belong, and say what they mean, with "values".',
  },
  {
    headings: ["Data", "Daten", "Sensitive data", "Sensible Daten", "Besonders schützenswerte Daten"],
    why: 'It does not say which data. Place it at "/data/-/class" and say what its values mean, with "values", or at "/data/-/label" as the organisation calls it.',
  },
];
