"""The documentation, run and compared with what the program does."""
