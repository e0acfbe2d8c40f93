"""What is made public: documents and pages of adopted versions."""
