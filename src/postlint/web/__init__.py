"""The entry points for a browser, a program at the other end of a wire, and writing assistants.

`desk` answers what they ask, in plain data; the other modules carry questions
to it: over HTTP, inside a browser, or over the Model Context Protocol.
"""
