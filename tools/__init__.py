"""What writes the generated files of this repository: glossary, pictures, Word templates. Not shipped."""
