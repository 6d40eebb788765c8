"""From a draft to files: template → paragraphs → Word file."""
