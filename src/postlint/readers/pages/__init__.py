"""What Markdown, HTML, Word, PDF and JobPosting share: pages, tables, and what blocks become."""
