// The functions without bodies are the compiler's.
