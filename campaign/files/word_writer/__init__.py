"""Fills Word templates: docxtpl's tags, compiled once, sandboxed, fast. `Template.load(data).render(context)` is the whole of it."""

from campaign.files.word_writer.batch import write_all, write_zip
from campaign.files.word_writer.faults import MissingField, TemplateFault
from campaign.files.word_writer.merging import merge
from campaign.files.word_writer.template import Template
from campaign.files.word_writer.values import Rich, Run

__all__ = ["MissingField", "Rich", "Run", "Template", "TemplateFault", "merge", "write_all", "write_zip"]
