"""Handing mails to the mail server: each once, however often that server or this process is away."""
