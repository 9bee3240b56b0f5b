"""The wide tier: words, keys, pairs, reused passages."""
