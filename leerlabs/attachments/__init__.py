"""Files and pictures that go with a post: judged by what is in them, kept privately, served under the policy."""
