"""The app: the only room with Streamlit."""
