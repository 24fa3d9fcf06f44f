"""Runs the processes of the site side by side: web server, index worker, task worker.

Only the standard library, and no Django: the supervisor stays small, and nothing in it breaks with the site.
"""
