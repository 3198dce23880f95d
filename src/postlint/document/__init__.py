"""What a posting is: values, the kinds of its sections, its duties and sentences."""
