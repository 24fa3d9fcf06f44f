"""The look: style sheets, scripts, fonts, icons, instruments, patterns. Knows no content."""
