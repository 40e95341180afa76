"""What must not be published about victims: found in texts, shown masked, and accepted one by one."""
