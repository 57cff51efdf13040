"""Characters, numerals, sentences, words."""
