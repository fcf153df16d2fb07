import type { ConnectorTable } from "../connector.js";
import { business } from "./business.js";
import { data } from "./data.js";
import { messagesAndServices } from "./messages-and-services.js";

/** Nodes of n8n, named as their types are, without the package and without `Trigger` or `Tool` at the end. */
export const n8n: ConnectorTable = {
  platform: "n8n",
  version: "2026-11-30",
  connectors: [...data, ...business, ...messagesAndServices],
  code: "code function functionItem toolCode executeCommand ssh pythonFunction aiTransform",
  intelligence: `openAi googleGemini googleVertex groq anthropic azureOpenAi mistralCloud openRouter deepSeek xAiGrok cohere awsBedrock huggingFaceInference perplexity ollama
    agent agentTool chainLlm chainRetrievalQa chainSummarization informationExtractor sentimentAnalysis textClassifier guardrails`,
  inside: `set if switch merge filter noOp stickyNote splitInBatches splitOut itemLists aggregate limit sort summarize removeDuplicates renameKeys compareDatasets dateTime
    crypto html htmlExtract markdown xml editImage compression convertToFile extractFromFile spreadsheetFile moveBinaryData readPDF readPdf iCal jwt totp wait stopAndError executeWorkflow
    executionData respondToWebhook webhook form formTrigger chat chatTrigger manualChatTrigger manualTrigger start cron interval scheduleTrigger errorTrigger
    executeWorkflowTrigger workflowTrigger n8nTrigger sseTrigger mcpTrigger debugHelper simulate simulateTrigger evaluation evaluationTrigger
    agent agentTool chainLlm chainRetrievalQa chainSummarization informationExtractor sentimentAnalysis textClassifier guardrails modelSelector
    memoryBufferWindow memoryManager memoryChatRetriever outputParserAutofixing outputParserItemList outputParserStructured
    documentDefaultDataLoader documentBinaryInputLoader documentJsonInputLoader textSplitterCharacterTextSplitter
    textSplitterRecursiveCharacterTextSplitter textSplitterTokenSplitter retrieverVectorStore retrieverContextualCompression retrieverMultiQuery
    retrieverWorkflow toolCalculator toolVectorStore toolWorkflow toolThink toolExecutor vectorStoreInMemory vectorStoreInMemoryInsert vectorStoreInMemoryLoad think`,
};
