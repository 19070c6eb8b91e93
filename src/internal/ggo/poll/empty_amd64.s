// The functions without bodies are in the runtime.
