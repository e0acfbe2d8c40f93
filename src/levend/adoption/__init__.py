"""The legal chain: advice, adoption, declaration, submission, receipt; and what is in force."""
