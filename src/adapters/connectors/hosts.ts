import type { ConnectorTable } from "./connector.js";

const services: readonly (readonly [title: string, hosts: string])[] = [
  ["OpenAI", "api.openai.com"],
  ["Anthropic", "api.anthropic.com"],
  ["Google Gemini", "generativelanguage.googleapis.com"],
  ["Google Vertex AI", "aiplatform.googleapis.com"],
  ["Groq", "api.groq.com"],
  ["Mistral", "api.mistral.ai"],
  ["OpenRouter", "openrouter.ai"],
  ["DeepSeek", "api.deepseek.com"],
  ["Perplexity", "api.perplexity.ai"],
  ["Cohere", "api.cohere.ai api.cohere.com"],
  ["Hugging Face", "api-inference.huggingface.co router.huggingface.co huggingface.co"],
  ["Replicate", "api.replicate.com"],
  ["Together AI", "api.together.xyz"],
  ["Stability AI", "api.stability.ai"],
  ["Black Forest Labs", "api.bfl.ml api.bfl.ai"],
  ["fal.ai", "fal.run queue.fal.run"],
  ["ElevenLabs", "api.elevenlabs.io"],
  ["AssemblyAI", "api.assemblyai.com"],
  ["Deepgram", "api.deepgram.com"],
  ["LlamaIndex", "api.cloud.llamaindex.ai"],
  ["Azure OpenAI", "openai.azure.com"],
  ["Azure AI services", "cognitiveservices.azure.com api.cognitive.microsoft.com services.ai.azure.com"],
  ["Microsoft Translator", "api.cognitive.microsofttranslator.com"],
];

const others: readonly (readonly [title: string, hosts: string])[] = [
  ["ScrapingBee", "app.scrapingbee.com"],
  ["ScrapingAnt", "api.scrapingant.com"],
  ["Firecrawl", "api.firecrawl.dev"],
  ["Jina AI", "r.jina.ai s.jina.ai api.jina.ai"],
  ["Tavily", "api.tavily.com"],
  ["Apify", "api.apify.com"],
  ["SerpApi", "serpapi.com"],
  ["Serper", "google.serper.dev"],
  ["Brave Search", "api.search.brave.com"],
  ["Exa", "api.exa.ai"],
  ["VirusTotal", "www.virustotal.com virustotal.com"],
  ["urlscan.io", "urlscan.io"],
  ["AbuseIPDB", "api.abuseipdb.com"],
  ["Shodan", "api.shodan.io"],
  ["GreyNoise", "api.greynoise.io"],
  ["OCR.space", "api.ocr.space"],
  ["PDF.co", "api.pdf.co"],
  ["Adobe PDF Services", "pdf-services.adobe.io cpf-ue1.adobe.io"],
  ["ConvertAPI", "v2.convertapi.com"],
  ["CloudConvert", "api.cloudconvert.com"],
  ["HTML/CSS to Image", "hcti.io"],
  ["Placid", "api.placid.app"],
  ["DeepL", "api-free.deepl.com api.deepl.com"],
  ["Google Translate", "translation.googleapis.com translate.googleapis.com"],
  ["Google Cloud Vision", "vision.googleapis.com"],
  ["Google Speech", "speech.googleapis.com texttospeech.googleapis.com"],
  ["Google Maps", "maps.googleapis.com"],
  ["OpenWeatherMap", "api.openweathermap.org"],
  ["Open-Meteo", "api.open-meteo.com"],
  ["ipify", "api.ipify.org"],
  ["ipinfo", "ipinfo.io"],
];

const rows = (list: typeof services) =>
  list.flatMap(([title, hosts]) =>
    hosts.split(" ").map((id) => ({ id, title, role: "processing", otherwise: "compute", power: "outside" }) as const),
  );

/** Hosts that only compute: what is posted there comes back as a result. Every other host is taken for a system that keeps data. */
export const hosts: ConnectorTable = {
  platform: "HTTP",
  version: "2026-11-30",
  connectors: [...rows(services), ...rows(others)],
  intelligence: services.flatMap(([, names]) => names.split(" ")).join(" "),
};
