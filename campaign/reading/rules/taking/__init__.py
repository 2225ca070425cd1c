"""From what was understood of a document to what an office takes of it. Pure.

matching   the units a document names, among those of the office
citing     a citation as written, as a legal basis
proposal   what would become of the document, before anybody corrected it
rewriting  its body as sections of a document of ours, with live blocks where they say the same
marking    where in the source each thing was read
draft      what was confirmed, and what stands against it
"""
