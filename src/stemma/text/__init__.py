"""Pure functions on text. Every position they return is an offset into the text that they were given."""
