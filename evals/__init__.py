"""How accurate Stemma is, measured through its public API on texts with known answers, and the floors that hold it."""
