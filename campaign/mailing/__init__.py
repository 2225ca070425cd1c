"""The outbox: messages written in the transaction that causes them, sent once by the worker."""
